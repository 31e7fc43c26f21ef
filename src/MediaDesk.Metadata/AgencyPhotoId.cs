namespace MediaDesk.Metadata;

/// <summary>A candidate for the agency's id of a photo, with the place it was read from (such as <c>XMP-getty:AssetID</c>).</summary>
public sealed record AgencyPhotoId(string Where, string Id);
