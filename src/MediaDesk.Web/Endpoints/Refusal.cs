using Microsoft.AspNetCore.Http.HttpResults;

namespace MediaDesk.Web.Endpoints;

/// <summary>Answers that refuse, as problem+json with a sentence for a person.</summary>
internal static class Refusal
{
    public static ProblemHttpResult BadRequest(string detail, params (string Name, object? Value)[] more) =>
        Of(StatusCodes.Status400BadRequest, detail, more);

    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    /// <summary>Values that cannot be taken, each with its reason.</summary>
    public static ProblemHttpResult Fields(int status, string detail, IEnumerable<KeyValuePair<string, string>> reasons) =>
        Of(status, detail, ("errors", reasons.ToDictionary(reason => reason.Key, reason => new[] { reason.Value })));

    public static ProblemHttpResult Of(int status, string detail, params (string Name, object? Value)[] more) =>
        TypedResults.Problem(
            detail, statusCode: status, extensions: more.ToDictionary(pair => pair.Name, pair => pair.Value));
}
