global using Microsoft.Playwright;
global using Xunit;
global using static Microsoft.Playwright.Assertions;

// One desk and one browser at a time: they share two cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(MediaDesk.EndToEnd.Browser))]
[assembly: AssemblyFixture(typeof(MediaDesk.EndToEnd.SampleDesk))]
