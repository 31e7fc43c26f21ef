using MediaDesk.Data;

namespace MediaDesk.Agencies;

/// <summary>How far the photos follow changed agencies.</summary>
public sealed class AgencyProgress : FollowingProgress;
