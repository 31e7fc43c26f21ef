using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Credits;

/// <summary>The credit of a photo out of the fields that tell of it.</summary>
internal static class CreditOfPhoto
{
    public static CreditChain Read(FieldValues fields, AgencyCatalogue catalogue)
    {
        // A byline tells who took it, also where it is one word; a chain in it is read as one.
        var author = (fields[NewsroomFields.Byline.Id]?.Items ?? []).Select(name => Byline(name, catalogue)).ToList();
        var names = Of(author, CreditField.Byline).DistinctBy(value => TextNormaliser.Normalise(value.Value)).ToList();
        string[] known = [.. names.Select(value => value.Value)];
        var credit = CreditReader.Read(WholeCredit(fields), known, catalogue);
        IReadOnlyList<CreditValue> agencies = [.. Of([credit], CreditField.Agency)];
        if (agencies.Count == 0)
        {
            agencies = [.. Of(author, CreditField.Agency).DistinctBy(value => value.Agency!.Key)];
        }

        if (agencies.Count == 0)
        {
            // A source that is the photographer is no agency; any other is.
            var source = fields.Text(NewsroomFields.Source.Id);
            agencies = names.Count > 0 || catalogue.Find(source) is not null
                ? [.. Of([CreditReader.Read(source, known, catalogue)], CreditField.Agency)] : Known(source, catalogue);
        }

        if (agencies.Count == 0)
        {
            agencies = Known(fields.Text(NewsroomFields.CopyrightNotice.Id), catalogue);
        }

        return new(
        [
            .. names.Count > 0 ? names : Of([credit], CreditField.Byline),
            .. agencies,
            .. credit.Values.Where(value => !value.IsFilled || value.Field is not (CreditField.Byline or CreditField.Agency)),
        ]);
    }

    private static CreditChain Byline(string name, AgencyCatalogue catalogue)
    {
        var chain = CreditReader.Read(name, [], catalogue);
        if (chain.Photographers.Count == 0 && chain.Agencies.Count == 0 && chain.Offers.Any())
        {
            chain = CreditReader.Read(name, [name], catalogue);
        }

        return chain is { Photographers: [var surname, var given], Agencies.Count: 0 } && PersonName.IsTurnedRound(name, surname, given)
            ? Byline($"{given} {surname}", catalogue)
            : chain;
    }

    /// <summary>Getty writes the credit at the end of the caption where it does not fit.</summary>
    private static string? WholeCredit(FieldValues fields)
    {
        var credit = fields.Text(NewsroomFields.CreditLine.Id);
        return credit is not null && CreditPlaceholder.Is(credit) ? CreditPlaceholder.InCaption(fields.Text(NewsroomFields.Caption.Id)) : credit;
    }

    private static IReadOnlyList<CreditValue> Known(string? text, AgencyCatalogue catalogue) =>
        [.. Of([CreditReader.Read(text, [], catalogue)], CreditField.Agency).Where(value => value.Agency!.Kind is not null)];

    private static IEnumerable<CreditValue> Of(IEnumerable<CreditChain> chains, CreditField field) =>
        chains.SelectMany(chain => chain.Values).Where(value => value.Field == field && value.IsFilled);
}
