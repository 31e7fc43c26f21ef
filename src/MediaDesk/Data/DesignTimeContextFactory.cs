using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Options;

namespace MediaDesk.Data;

/// <summary>For <c>dotnet ef migrations</c> only.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<DeskDbContext>
{
    public DeskDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<DeskDbContext>();
        DeskDatabase.Configure(options, new DeskFolder(Options.Create(new DeskOptions { DataFolder = Path.GetTempPath() })));
        return new(options.Options);
    }
}
