global using TestContext = Xunit.TestContext;
global using Xunit;
