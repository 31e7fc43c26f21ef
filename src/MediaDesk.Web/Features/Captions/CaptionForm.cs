using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Web.Features.History;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// The fields of one photo as an editor has them before them: what is stored, what is typed, and where the two disagree.
/// A draft whose field was changed by someone else meanwhile is held back until the editor has chosen; the other fields of
/// the same save are stored.
/// </summary>
internal sealed class CaptionForm(CaptionEditor editor, CaptionDrafts drafts, MediaDetails photo)
{
    private readonly Dictionary<string, SaveResult.FieldConflict> collisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> faults = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    public MediaDetails Photo { get; private set; } = photo;

    public IReadOnlyDictionary<string, FieldDraft> Drafts => drafts.Of(Photo.Id);

    /// <summary>What stands in a text box: the draft, else the stored value.</summary>
    public string Shown(string field) => Drafts.TryGetValue(field, out var draft) ? draft.Text : Stored(field);

    /// <summary>The stored value as the text of a text box.</summary>
    public string Stored(string field) => FieldText.Of(field, Photo.Now(field));

    public FieldView View(NewsroomField field) => View(field.Id, field.Property, field.Label);

    /// <param name="id">Of the property, or of a text of it in another language.</param>
    /// <param name="label">The name on screen.</param>
    public FieldView View(string id, IptcProperty property, string label) => new(
        id, property, label, Photo, Drafts.GetValueOrDefault(id), collisions.GetValueOrDefault(id), faults.GetValueOrDefault(id));

    public void Type(string field, string text)
    {
        faults.Remove(field);
        var baseText = Drafts.TryGetValue(field, out var draft) ? draft.BaseText : Stored(field);
        drafts.Put(Photo.Id, field, new(text, baseText, draft?.Text == text ? draft.Understood : null));
    }

    /// <summary>What a proposal says stands in the field, not saved; the history will tell where it is from.</summary>
    public string Take(Proposal proposal)
    {
        var text = FieldText.Of(proposal.Field, proposal.Value);
        faults.Remove(proposal.Field);
        drafts.Put(Photo.Id, proposal.Field, new(text, Stored(proposal.Field), new(proposal.Source, proposal.Rule)));
        return text;
    }

    public void Forget(string field)
    {
        faults.Remove(field);
        collisions.Remove(field);
        refused.Remove(field);
        drafts.Drop(Photo.Id, field);
    }

    /// <summary>Takes what is stored now; drafts of fields that others changed meanwhile become collisions.</summary>
    /// <param name="history">Of this photo, newest first: who changed what.</param>
    public void Refresh(MediaDetails fresh, IReadOnlyList<HistoryLine> history)
    {
        Photo = fresh;
        foreach (var (field, draft) in Drafts.ToList())
        {
            if (draft.Text == Stored(field))
            {
                Forget(field);
            }
            else if (draft.BaseText == Stored(field))
            {
                collisions.Remove(field);
            }
            else
            {
                var line = history.FirstOrDefault(line => line.Changes.Any(change => change.Field == field));
                collisions[field] = new(field, fresh.Now(field), line?.Editor ?? "desk", line?.AtUtc ?? fresh.AddedUtc);
            }
        }
    }

    /// <summary>The editor's own word is to stand over the other's. True when a save has waited for the choice.</summary>
    public bool KeepMine(string field)
    {
        collisions.Remove(field);
        drafts.Put(Photo.Id, field, Drafts[field] with { BaseText = Stored(field) });
        return refused.Remove(field);
    }

    /// <summary>Stores every draft that is free to be stored.</summary>
    public async Task<SaveOutcome> SaveAsync(string name, CancellationToken cancellationToken)
    {
        faults.Clear();
        var sent = Drafts.Where(draft => !collisions.ContainsKey(draft.Key)).ToDictionary(draft => draft.Key, draft => draft.Value.Text);
        var stored = false;
        while (sent.Count > 0 && !stored)
        {
            var changes = sent.ToDictionary(text => text.Key, text => FieldText.Parse(text.Key, text.Value, Photo.Now(text.Key)));
            switch (await editor.SaveAsync(Photo.Id, changes, Understood(sent), Photo.Revision, name, cancellationToken))
            {
                case SaveResult.Saved saved:
                    var languages = changes.Where(change => LanguageVariant.IsId(change.Key)).Aggregate(Photo.Languages, (texts, change) => texts.With(change.Key, change.Value));
                    Photo = Photo with { Revision = saved.Revision, Fields = saved.Fields, Languages = languages, Edited = Photo.Edited.Union(sent.Keys).ToHashSet() };
                    Settle(sent);
                    stored = true;
                    break;
                case SaveResult.Conflict conflict:
                    // Only fields that nobody else touched are sent again, so their revision may move on.
                    Photo = Photo with { Revision = conflict.Revision, Fields = conflict.Current };
                    Hold(conflict.Fields.Select(other => other.Field), sent);
                    conflict.Fields.ToList().ForEach(other => collisions[other.Field] = other);
                    break;
                case SaveResult.Invalid invalid when sent.Keys.Any(invalid.Reasons.ContainsKey):
                    Hold(invalid.Reasons.Keys, sent);
                    invalid.Reasons.ToList().ForEach(reason => faults[reason.Key] = reason.Value);
                    break;
                case SaveResult.Invalid invalid:
                    return new(sent, stored, string.Join(" ", invalid.Reasons.Values));
                case SaveResult.NotFound:
                    return new(sent, stored, "This photo is no longer on the desk. Your text is kept in this browser.");
            }
        }

        refused.UnionWith(collisions.Keys);
        return new(sent, stored, WhatWaits());
    }

    private Dictionary<string, Understanding> Understood(Dictionary<string, string> sent) => (
        from text in sent
        let draft = Drafts.GetValueOrDefault(text.Key)
        where draft?.Understood is not null && draft.Text == text.Value
        select (text.Key, draft.Understood)).ToDictionary(one => one.Key, one => one.Understood);

    private static void Hold(IEnumerable<string> fields, Dictionary<string, string> sent) => fields.ToList().ForEach(field => sent.Remove(field));

    /// <summary>A text that grew while it was being stored stays a draft of what is stored now.</summary>
    private void Settle(Dictionary<string, string> sent)
    {
        foreach (var (field, text) in sent)
        {
            if (Drafts.TryGetValue(field, out var draft) && draft.Text != text)
            {
                drafts.Put(Photo.Id, field, draft with { BaseText = Stored(field) });
            }
            else
            {
                Forget(field);
            }
        }
    }

    private string? WhatWaits()
    {
        var waiting = collisions.Keys.Concat(faults.Keys).Select(HistoryWords.Label).ToList();
        return waiting.Count == 0 ? null
            : collisions.Count > 0 ? $"{string.Join(", ", waiting)} not saved: someone else changed it. Choose at the field."
            : $"{string.Join(", ", waiting)} not saved: see the field.";
    }
}

/// <summary>How a save ended.</summary>
/// <param name="Sent">The texts that were sent to be stored, by field.</param>
/// <param name="IsStored">Whether they were.</param>
/// <param name="Failure">What was not stored and why, a sentence; null when everything was.</param>
internal sealed record SaveOutcome(IReadOnlyDictionary<string, string> Sent, bool IsStored, string? Failure);
