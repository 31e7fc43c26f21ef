using MediaDesk.Metadata;

namespace MediaDesk.Model;

/// <summary>A value that a photo's own texts say and a field does not. It is there to be taken by an editor, never applied by itself.</summary>
public sealed class Proposal
{
    public long Id { get; set; }

    public long MediaItemId { get; set; }

    /// <summary>IPTC property id of the field it is for.</summary>
    public required string Field { get; set; }

    public required FieldValue Value { get; set; }

    public ProposalKind Kind { get; set; }

    /// <summary>IPTC property id of the text it stands on: the caption or the credit line.</summary>
    public required string Source { get; set; }

    /// <summary>Where it stands in that text, in UTF-16 units.</summary>
    public int Start { get; set; }

    /// <summary>In UTF-16 units.</summary>
    public int Length { get; set; }

    /// <summary>What stands there, its first part where that is long: while these words mean this value, a dismissal holds.</summary>
    public required string Words { get; set; }

    /// <summary>The convention that gave it, in the words of <c>mediadesk parse</c>.</summary>
    public required string Rule { get; set; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>An editor does not want it. The row stays, so that it is not proposed again.</summary>
    public bool IsDismissed { get; set; }
}

/// <summary>In which way a value is proposed.</summary>
public enum ProposalKind
{
    /// <summary>The field is empty and the text is clear.</summary>
    Fill,

    /// <summary>The field is empty and the text is not clear enough, or an editor has emptied it.</summary>
    Offer,

    /// <summary>The field says something else.</summary>
    Disagreement,
}

/// <summary>The kinds of proposals that wait at a photo.</summary>
[Flags]
public enum ProposedKinds
{
    None = 0,
    Fill = 1,
    Offer = 2,
    Disagreement = 4,
}
