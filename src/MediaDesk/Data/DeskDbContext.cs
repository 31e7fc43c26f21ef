using System.Text.Json;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaDesk.Data;

/// <summary>
/// The rows of the desk. One context per operation, from the factory; every write goes through <see cref="DeskWriter"/>.
/// </summary>
public sealed class DeskDbContext(DbContextOptions<DeskDbContext> options) : DbContext(options)
{
    public DbSet<MediaItem> Media => Set<MediaItem>();
    public DbSet<Original> Originals => Set<Original>();
    public DbSet<Rendition> Renditions => Set<Rendition>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<CaptionEdit> CaptionEdits => Set<CaptionEdit>();
    public DbSet<IngestJob> IngestJobs => Set<IngestJob>();
    public DbSet<WatchedFile> WatchedFiles => Set<WatchedFile>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MediaItem>(item =>
        {
            item.HasIndex(x => x.SheetKey).IsUnique();
            item.HasIndex(x => x.ImageDataHash);
            item.HasIndex(x => x.AgencyPhotoKey);
            item.HasIndex(x => x.RemovedUtc);
            item.HasIndex(x => x.AddedUtc);
            item.HasOne<Original>().WithMany().HasForeignKey(x => x.CurrentOriginalId).OnDelete(DeleteBehavior.ClientSetNull);
            AsJson(item.Property(x => x.Fields));
            AsJson(item.Property(x => x.Overlay));
        });
        modelBuilder.Entity<Original>(original =>
        {
            original.HasIndex(x => x.Sha256).IsUnique();
            original.HasOne<MediaItem>().WithMany().HasForeignKey(x => x.MediaItemId);
            original.HasMany(x => x.Renditions).WithOne().HasForeignKey(x => x.OriginalId);
            AsJson(original.Property(x => x.Reading));
        });
        modelBuilder.Entity<Rendition>().HasKey(x => new { x.OriginalId, x.Size });
        modelBuilder.Entity<HistoryEntry>(entry =>
        {
            entry.HasIndex(x => x.AtUtc);
            entry.HasMany(x => x.Edits).WithOne().HasForeignKey(x => x.EntryId);
            entry.HasMany(x => x.Photos).WithOne().HasForeignKey(x => x.EntryId);
        });
        modelBuilder.Entity<HistoryPhoto>(photo =>
        {
            photo.HasKey(x => new { x.EntryId, x.MediaItemId });
            photo.HasIndex(x => x.MediaItemId);
            photo.HasOne<MediaItem>().WithMany().HasForeignKey(x => x.MediaItemId);
        });
        modelBuilder.Entity<CaptionEdit>(edit =>
        {
            edit.HasIndex(x => new { x.MediaItemId, x.Revision });
            edit.HasOne<MediaItem>().WithMany().HasForeignKey(x => x.MediaItemId);
            AsJson(edit.Property(x => x.Before));
            AsJson(edit.Property(x => x.After));
        });
        modelBuilder.Entity<IngestJob>(job =>
        {
            job.HasIndex(x => x.State);
            job.HasIndex(x => x.BatchId);
        });
        modelBuilder.Entity<WatchedFile>().HasKey(x => x.Path);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite keeps no kind; every instant of the desk is UTC.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();

    private static void AsJson<T>(PropertyBuilder<T> property) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
            // Values are immutable: the same reference is the same value, and a changed one is a new object.
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b) || Equals(a, b), value => value == null ? 0 : value.GetHashCode()));
}
