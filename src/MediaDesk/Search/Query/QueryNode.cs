using System.Collections.Immutable;
using MediaDesk.Language;
using MediaDesk.Places;

namespace MediaDesk.Search.Query;

/// <summary>
/// The syntax tree of a search. The index, the facets, the chips of the search box, saved searches and the tests all read this one
/// tree. Two trees are equal when they find the same photos because they say the same: letter case and accents of the words do
/// not count.
/// </summary>
internal abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Every part must match. With no parts: all photos.</summary>
    public sealed record AllOf(ImmutableArray<QueryNode> Parts) : QueryNode
    {
        public bool Equals(AllOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(1, HashCode.Combine);
    }

    public sealed record AnyOf(ImmutableArray<QueryNode> Parts) : QueryNode
    {
        public bool Equals(AnyOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(2, HashCode.Combine);
    }

    public sealed record Not(QueryNode Part) : QueryNode;

    /// <summary>
    /// Words that stand one after another in a text of the photo, or with <paramref name="Field"/> in that one. With
    /// <paramref name="IsPrefix"/> the last word is the beginning of one.
    /// </summary>
    public sealed record Words(QueryField? Field, string Text, bool IsPrefix) : QueryNode
    {
        /// <summary>What is compared; see <see cref="TextNormaliser"/>.</summary>
        public string Normal { get; } = TextNormaliser.Normalise(Text);

        public bool Equals(Words? other) =>
            other is not null && Field == other.Field && Normal == other.Normal && IsPrefix == other.IsPrefix;

        public override int GetHashCode() => HashCode.Combine(Field, Normal, IsPrefix);
    }

    /// <summary>A date within a span: the capture date (<c>date:</c>) or the day the photo came onto the desk (<c>added:</c>).</summary>
    public sealed record When(QueryField Field, DateSpan Span) : QueryNode;

    /// <summary>Whether something is known at all: <c>has:gps</c>; <c>missing:</c> with <paramref name="IsMissing"/>.</summary>
    public sealed record Known(QueryFact Fact, bool IsMissing) : QueryNode;

    /// <summary>One of the words of <see cref="QueryTrait"/>: <c>format:raw</c>.</summary>
    public sealed record Trait(QueryField Field, string Value) : QueryNode;

    /// <summary>Not farther from a place than so many kilometres, great circle. The place is a name, or a position.</summary>
    public sealed record Near(string? Place, GeoPosition? Position, double Km) : QueryNode
    {
        /// <summary>What is compared of the name.</summary>
        public string Normal { get; } = TextNormaliser.Normalise(Place);

        /// <summary>Where it stands in the text, for a fault that only the gazetteer can tell; no part of what it says.</summary>
        public (int Position, int Length) Written { get; init; }

        public bool Equals(Near? other) => other is not null && Normal == other.Normal && Position == other.Position && Km.Equals(other.Km);

        public override int GetHashCode() => HashCode.Combine(Normal, Position, Km);
    }

    /// <summary>Like another photo, itself included: <c>alike:12</c> looks like it, <c>similar:12</c> has a similar caption.</summary>
    public sealed record Like(QueryField Field, long Photo) : QueryNode;

    /// <summary>In a group of photos that look alike: what the index makes of <see cref="Like"/>; never written.</summary>
    public sealed record Alike(int Group) : QueryNode;

    /// <summary>Coordinates in a part of the map.</summary>
    public sealed record Within(GeoBox Box) : QueryNode;
}
