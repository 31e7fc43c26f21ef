using MediaDesk.Data;

namespace MediaDesk.CleaningOrder;

/// <summary>How far the photos follow changed cleaning rules.</summary>
public sealed class CleaningProgress : FollowingProgress;
