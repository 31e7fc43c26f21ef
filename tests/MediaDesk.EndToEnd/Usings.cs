global using Microsoft.Playwright;
global using Xunit;
global using static Microsoft.Playwright.Assertions;

// One desk and one browser at a time: they share two cores.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(MediaDesk.EndToEnd.Browser))]
[assembly: AssemblyFixture(typeof(MediaDesk.EndToEnd.SampleDesk))]
