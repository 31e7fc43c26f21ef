using MediaDesk.Cleaning;
using MediaDesk.CleaningOrder;
using MediaDesk.Credits;
using MediaDesk.Metadata;

namespace MediaDesk.Web.Endpoints;

/// <summary>The rules that clean what agencies send, for other programs.</summary>
internal static class CleaningEndpoints
{
    public static void MapCleaning(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/cleaning", List)
            .WithName("ListCleaningRules")
            .WithSummary("The cleaning rules in the order in which they work, each with an example");
        routes.MapPut("/api/cleaning", SetAsync)
            .WithName("SetCleaningRules")
            .WithSummary("Sets order and switches of the rules")
            .WithDescription("The rules that are named stand first, in this order; others keep their switch and stand behind. The photos follow in the background.")
            .Produces<IReadOnlyList<CleaningRuleAnswer>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapPost("/api/cleaning/try", Try)
            .WithName("TryCleaning")
            .WithSummary("What each rule does to fields. Nothing is stored")
            .Produces<CleaningTrialAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IReadOnlyList<CleaningRuleAnswer> List(CurrentCleaning cleaning, CurrentAgencies agencies) =>
    [
        .. cleaning.List.Switches.Select(one => new CleaningRuleAnswer(
            one.Rule.Id, one.Rule.Name, one.Rule.What, one.IsOn,
            new(one.Rule.Example.Unlike(Nothing), one.Rule.Clean(one.Rule.Example, agencies.Catalogue).Unlike(one.Rule.Example)))),
    ];

    private static async Task<IResult> SetAsync(
        CleaningOrderWish wish, CleaningEditor editor, CurrentCleaning cleaning, CurrentAgencies agencies, CancellationToken cancellationToken)
    {
        if (wish.Rules is not { Count: > 0 } rules || rules.Any(rule => rule?.Id is null))
        {
            return Refusal.BadRequest("“rules” is a list of objects with “id” and “on”.");
        }

        var saved = await editor.SetAsync([.. rules.Select(rule => (rule!.Id!, rule.On))], wish.Editor ?? "", cancellationToken);
        return saved.IsSaved ? TypedResults.Ok(List(cleaning, agencies)) : Refusal.BadRequest(saved.Reason!);
    }

    private static IResult Try(CleaningTrialWish wish, Cleaner cleaner)
    {
        if (wish.Fields is not { } fields)
        {
            return Refusal.BadRequest("“fields” is missing: an object from property id to text or list of texts.");
        }

        var trials = cleaner.Try(CleaningFields.Of(fields));
        var cleaned = trials.SelectMany(trial => trial.Changes).Aggregate(fields, (all, change) => all.With(change.Key, change.Value));
        return TypedResults.Ok(new CleaningTrialAnswer(cleaned, [.. trials.Select(trial => new CleaningStepAnswer(trial.Rule.Id, trial.Rule.Name, trial.Changes))]));
    }

    private static readonly CleaningFields Nothing = new([], null, null, null, null);

    internal sealed record CleaningOrderWish(IReadOnlyList<CleaningRuleWish?>? Rules, string? Editor);

    internal sealed record CleaningRuleWish(string? Id, bool On);

    internal sealed record CleaningTrialWish(FieldValues? Fields);

    /// <param name="Steps">One for each rule that does something, in order; a null value is a field it empties.</param>
    internal sealed record CleaningTrialAnswer(FieldValues Fields, IReadOnlyList<CleaningStepAnswer> Steps);

    internal sealed record CleaningStepAnswer(string Rule, string Name, IReadOnlyDictionary<string, FieldValue?> Changes);

    internal sealed record CleaningRuleAnswer(string Id, string Name, string What, bool On, CleaningExampleAnswer Example);

    internal sealed record CleaningExampleAnswer(IReadOnlyDictionary<string, FieldValue?> Before, IReadOnlyDictionary<string, FieldValue?> After);
}
