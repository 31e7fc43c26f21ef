using MediaDesk.Search;

namespace MediaDesk.Web.Endpoints;

/// <summary>The searches that the desk keeps.</summary>
internal static class SavedSearchEndpoints
{
    public static void MapSavedSearches(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/searches", (string? editor, SavedSearches searches, CancellationToken cancellationToken) =>
                searches.ListAsync(editor ?? "", cancellationToken))
            .WithName("ListSavedSearches")
            .WithSummary("The saved searches, with how many results arrived since the editor last looked");
        routes.MapPost("/api/searches", SaveAsync)
            .WithName("SaveSearch")
            .WithSummary("Keeps a search under a name; one of the same name is replaced")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapDelete("/api/searches/{id:long}", RemoveAsync)
            .WithName("RemoveSavedSearch")
            .WithSummary("Forgets a saved search")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SaveAsync(SearchToSave wanted, SavedSearches searches, CancellationToken cancellationToken) =>
        await searches.SaveAsync(wanted.Name ?? "", wanted.Query ?? "", wanted.Editor ?? "", cancellationToken) is { } fault
            ? Refusal.BadRequest(fault)
            : TypedResults.NoContent();

    private static async Task<IResult> RemoveAsync(long id, SavedSearches searches, CancellationToken cancellationToken) =>
        await searches.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Refusal.NotFound("There is no saved search with this number.");

    internal sealed record SearchToSave(string? Name, string? Query, string? Editor);
}
