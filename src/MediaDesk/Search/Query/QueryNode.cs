using System.Collections.Immutable;
using MediaDesk.Language;

namespace MediaDesk.Search.Query;

/// <summary>
/// The syntax tree of a search. The index, the chips of the search box and the tests all read this one tree. Two trees are
/// equal when they find the same photos because they say the same: letter case and accents of the words do not count.
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
}
