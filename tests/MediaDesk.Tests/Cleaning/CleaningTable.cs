using MediaDesk.Cleaning;
using MediaDesk.Credits;

namespace MediaDesk.Tests.Cleaning;

/// <summary>How the tables are held against one rule. People are invented; agencies are those of a new desk.</summary>
internal static class CleaningTable
{
    /// <summary>Byline and credit before and after a rule; names of a byline stand between " > ".</summary>
    public static void Check(string rule, string byline, string credit, string bylineThen, string creditThen)
    {
        var after = Clean(rule, Fields(byline, credit: credit));
        Assert.Equal((bylineThen, creditThen), (string.Join(" > ", after.Byline), after.Credit ?? ""));
    }

    /// <summary>A byline that a rule makes another, or leaves alone; nothing else changes.</summary>
    public static void CheckByline(string rule, string byline, string then)
    {
        var before = Fields(byline, "Stringer", "AFP/Getty Images", "AFP", "A caption.");
        var after = Clean(rule, before);
        Assert.Equal(then, string.Join(" > ", after.Byline));
        Assert.Equal(before with { Byline = after.Byline }, after);
    }

    /// <summary>A credit line that a rule makes another, or leaves alone; nothing else changes.</summary>
    public static void CheckCredit(string rule, string credit, string then)
    {
        var before = Fields("Jane Doe", "Stringer", credit, null, "A caption.");
        var after = Clean(rule, before);
        Assert.Equal(then, after.Credit ?? "");
        Assert.Equal(before with { Credit = after.Credit, Byline = after.Byline }, after);
        Assert.Equal(before.Byline, after.Byline);
    }

    public static CleaningFields Clean(string rule, CleaningFields fields) => CleaningRules.Find(rule)!.Clean(fields, AgencyCatalogue.Seeded);

    public static CleaningFields Fields(string byline, string? title = null, string? credit = null, string? source = null, string? caption = null) => new(
        byline.Split(" > ", StringSplitOptions.RemoveEmptyEntries), title, CleaningFieldsText(credit), source, caption);

    private static string? CleaningFieldsText(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
