namespace MediaDesk.Metadata;

/// <summary>Something in a file that could not be taken as it stands. Bad input is data: problems stand beside the result.</summary>
/// <param name="Where">The block and place inside the file, such as <c>IIM 2:120</c> or <c>JPEG APP1 at 2048</c>.</param>
/// <param name="What">One sentence for the person at the desk.</param>
public sealed record Problem(string Where, string What);
