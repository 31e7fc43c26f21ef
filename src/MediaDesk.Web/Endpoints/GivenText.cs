using System.Text.Json;
using MediaDesk.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MediaDesk.Web.Endpoints;

/// <summary>A text to be read, as other programs send it.</summary>
/// <param name="Text">A credit line or caption, or an article.</param>
/// <param name="Published">When it was published, ISO 8601: a day without a year is of that time.</param>
internal sealed record GivenText(string? Text, string? Published)
{
    /// <summary>A megabyte of text with every sign escaped.</summary>
    public const int MaxBytes = 8 << 20;

    public static async Task<(GivenText? Given, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Endpoints.Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "A text is sent as application/json."));
        }

        try
        {
            var given = await request.ReadFromJsonAsync<GivenText>(request.HttpContext.RequestAborted);
            return given?.Text is null ? (null, Fault("text", "“text” is missing: the text to be read."))
                : given.Published is { Length: > 0 } published && !PartialDate.TryParse(published, out _) ? (null, Fault("published", "“published” is a date such as 2020-02-25 or 2020-02."))
                : (given, null);
        }
        catch (JsonException)
        {
            return (null, Endpoints.Refusal.BadRequest("The body is not JSON of the form {\"text\", \"published\"?}."));
        }
    }

    private static ProblemHttpResult Fault(string field, string reason) =>
        Endpoints.Refusal.Fields(StatusCodes.Status400BadRequest, "The text could not be read.", [KeyValuePair.Create(field, reason)]);
}
