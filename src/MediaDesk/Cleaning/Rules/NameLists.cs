using MediaDesk.Credits;

namespace MediaDesk.Cleaning.Rules;

/// <summary>"Jane Doe, John Roe and Ann Poe" in one entry are three bylines. "Doe, Jane", "Jane Doe, Jr." and "Simon &amp; Schuster" are one.</summary>
internal sealed class NameLists() : CleaningRule(
    "name-lists", "Several names in one byline", "Parts a list of photographers into bylines of their own.",
    new(["Jane Doe, John Roe and Ann Poe"], null, null, null, null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies)
    {
        var names = fields.Byline.SelectMany(name => Parted(name, agencies)).ToList();
        return names.Count == fields.Byline.Count ? fields : fields with { Byline = names };
    }

    private static IEnumerable<string> Parted(string name, AgencyCatalogue agencies)
    {
        if (name.Length > Longest || agencies.Find(name) is not null)
        {
            return [name];
        }

        var parts = PersonName.Split(new(name, 0, name.Length));
        // Whoever is called by a given name is a person; a place behind a comma is not.
        return parts.Count > 1 && parts.All(part => PersonName.WithoutTitle(part) is var person && PersonName.LooksLike(person) && PersonName.HasGivenName(person))
            ? parts.Select(part => part.ToString()) : [name];
    }
}
