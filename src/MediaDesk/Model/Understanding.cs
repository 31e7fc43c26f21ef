namespace MediaDesk.Model;

/// <summary>Where a value comes from that an editor took because a photo's own text says it.</summary>
/// <param name="From">IPTC property id of the text.</param>
/// <param name="Rule">The convention that gave it.</param>
public sealed record Understanding(string From, string Rule);
