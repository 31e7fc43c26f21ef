using MediaDesk.Agencies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MediaDesk.Web.Endpoints;

/// <summary>The rules by which credits are read, as a file.</summary>
internal static class AgencyEndpoints
{
    public static void MapAgencies(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/agencies", ExportAsync)
            .WithName("ExportAgencies")
            .WithSummary("All agencies by whose rules credits are read")
            .Produces<AgencyFile>();
        routes.MapPost("/api/agencies", ImportAsync)
            .WithName("ImportAgencies")
            .WithSummary("Takes agencies from JSON as the export writes it")
            .WithDescription("Agencies that are here become as the file has them, others stay. On any fault nothing is changed and each is named with its place. 409: saved credit lines would be read otherwise; repeat with confirm=true.")
            .WithMetadata(new RequestSizeLimitAttribute(AgencyFile.MostBytes))
            .Accepts<AgencyFile>("application/json")
            .Produces<ImportedAgencies>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ExportAsync(AgencyList agencies, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(new AgencyFile(await agencies.RulesAsync(cancellationToken)).ToJson(), "application/json");
    }

    private static async Task<IResult> ImportAsync(
        string? editor, string? confirm, HttpRequest request, AgencyEditor agencies, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var (file, faults) = AgencyFile.Read(body.ToArray());
        if (file is null)
        {
            return Faults(faults);
        }

        return await agencies.ImportAsync(file, editor ?? "", confirm == "true", cancellationToken) switch
        {
            AgencySave.Saved saved => TypedResults.Ok(new ImportedAgencies(saved.Changed)),
            AgencySave.Refused refused => Faults(refused.Faults),
            AgencySave.Breaks breaks => Refusal.Of(
                StatusCodes.Status409Conflict,
                "Nothing was changed: saved credit lines would be read otherwise. Repeat with confirm=true to take the agencies all the same.",
                ("breaks", breaks.Cases.Select(one => one.Case.Line))),
            var other => throw new InvalidOperationException($"{other} is no end of an import."),
        };
    }

    private static ProblemHttpResult Faults(IReadOnlyList<Credits.AgencyFault> faults) => Refusal.Fields(
        StatusCodes.Status422UnprocessableEntity, "Nothing was changed: the agencies have faults.",
        faults.GroupBy(fault => fault.Where, fault => fault.What).Select(fault => KeyValuePair.Create(fault.Key, string.Join(' ', fault))));

    private sealed record ImportedAgencies(int Changed);
}
