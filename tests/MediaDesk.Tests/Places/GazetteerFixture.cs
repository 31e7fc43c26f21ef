using MediaDesk.Places;

[assembly: AssemblyFixture(typeof(MediaDesk.Tests.Places.GazetteerFixture))]

namespace MediaDesk.Tests.Places;

/// <summary>The shipped gazetteer, read once for all tests that ask it.</summary>
public sealed class GazetteerFixture
{
    public Gazetteer Gazetteer { get; } = new();
}
