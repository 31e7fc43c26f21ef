using MediaDesk.Metadata;

namespace MediaDesk.Darkroom.Developing;

/// <summary>Where the picture to be developed is: a whole file, or with <paramref name="Preview"/> a JPEG inside it.</summary>
internal sealed record PictureSource(PhotoFormat Format, string File, byte[]? Preview = null);
