using System.Text.Json;
using MediaDesk.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MediaDesk.Web.Endpoints;

/// <summary>A change of a photo's fields as other programs send it.</summary>
/// <param name="Fields">IPTC property id, for a text in another language with it (<c>description@fr</c>), to a text, a structure, a list of either, or null to clear the field.</param>
/// <param name="Editor">Who changes them.</param>
internal sealed record CaptionPatch(Dictionary<string, FieldValue?>? Fields, string? Editor)
{
    /// <summary>Eighteen fields at their longest, in the widest encoding.</summary>
    public const int MaxBytes = 8 << 20;

    private const string PathToField = "$.fields.";

    public static async Task<(CaptionPatch? Patch, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Endpoints.Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "A change is sent as application/json."));
        }

        try
        {
            var patch = await request.ReadFromJsonAsync<CaptionPatch>(request.HttpContext.RequestAborted);
            return patch is null ? (null, Endpoints.Refusal.BadRequest("A change is a JSON object with “fields” and “editor”."))
                : patch.Fields is null ? (null, Fault("fields", "“fields” is missing: an object from property id to text, structure, list of either or null."))
                : string.IsNullOrWhiteSpace(patch.Editor) ? (null, Fault("editor", "“editor” is missing: the name of the person who makes the change."))
                : (patch, null);
        }
        catch (JsonException fault)
        {
            var where = fault.Path is { } path && path.StartsWith(PathToField, StringComparison.Ordinal) ? path[PathToField.Length..] : fault.Path;
            return (null, where is null or "$" or ""
                ? Endpoints.Refusal.BadRequest("The body is not the JSON of a change: an object with “fields” and “editor”.")
                : Fault(where, "This is neither a text, a structure, a list of either nor null."));
        }
    }

    private static ProblemHttpResult Fault(string field, string reason) =>
        Endpoints.Refusal.Fields(StatusCodes.Status400BadRequest, "The change could not be understood.", [KeyValuePair.Create(field, reason)]);
}
