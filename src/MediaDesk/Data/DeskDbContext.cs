using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<SavedSearchVisit> SavedSearchVisits => Set<SavedSearchVisit>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<AgencyAlias> AgencyAliases => Set<AgencyAlias>();
    public DbSet<AgencyChange> AgencyChanges => Set<AgencyChange>();
    public DbSet<AgencyState> AgencyStates => Set<AgencyState>();
    public DbSet<CreditCase> CreditCases => Set<CreditCase>();
    public DbSet<CleaningRow> CleaningRows => Set<CleaningRow>();
    public DbSet<CleaningChange> CleaningChanges => Set<CleaningChange>();
    public DbSet<CleaningState> CleaningStates => Set<CleaningState>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<ProposalState> ProposalStates => Set<ProposalState>();
    public DbSet<HousePlace> HousePlaces => Set<HousePlace>();
    public DbSet<PlaceAlias> PlaceAliases => Set<PlaceAlias>();
    public DbSet<PlaceImport> PlaceImports => Set<PlaceImport>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MediaItem>(item =>
        {
            item.HasIndex(x => x.SheetKey).IsUnique();
            // Only what is there: a million records without files would fill these with nothing.
            item.HasIndex(x => x.ImageDataHash).HasFilter("ImageDataHash IS NOT NULL");
            item.HasIndex(x => x.AgencyPhotoKey).HasFilter("AgencyPhotoKey IS NOT NULL");
            item.HasIndex(x => x.ExternalId).IsUnique().HasFilter("ExternalId IS NOT NULL");
            item.HasIndex(x => x.RemovedUtc).HasFilter("RemovedUtc IS NOT NULL");
            item.HasIndex(x => x.CurrentOriginalId).HasFilter("CurrentOriginalId IS NOT NULL");
            item.HasMany(x => x.Proposals).WithOne().HasForeignKey(x => x.MediaItemId);
            item.HasOne<Original>().WithMany().HasForeignKey(x => x.CurrentOriginalId).OnDelete(DeleteBehavior.ClientSetNull);
            AsJson(item.Property(x => x.Fields)!, DeskJson.Default.FieldValues);
            AsJson(item.Property(x => x.Imported), DeskJson.Default.FieldValues);
            // No edits are written as nothing: most photos of a large desk have none.
            item.Property(x => x.Overlay).HasConversion(
                overlay => overlay.Values.Count == 0 ? "" : JsonSerializer.Serialize(overlay, DeskJson.Default.CaptionOverlay),
                text => text.Length == 0 ? CaptionOverlay.Empty : JsonSerializer.Deserialize(text, DeskJson.Default.CaptionOverlay)!,
                Immutable<CaptionOverlay>());
            AsJson(item.Property(x => x.Cleaning), DeskJson.Default.PhotoCleaning);
        });
        modelBuilder.Entity<Original>(original =>
        {
            original.HasIndex(x => x.Sha256).IsUnique();
            original.HasOne<MediaItem>().WithMany().HasForeignKey(x => x.MediaItemId);
            original.HasMany(x => x.Renditions).WithOne().HasForeignKey(x => x.OriginalId);
            AsJson(original.Property(x => x.Reading)!, DeskJson.Default.MetadataReading);
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
            edit.Ignore(x => x.Understood);
            AsJson(edit.Property(x => x.Before), DeskJson.Default.FieldValue);
            AsJson(edit.Property(x => x.After), DeskJson.Default.FieldValue);
        });
        modelBuilder.Entity<IngestJob>(job =>
        {
            job.HasIndex(x => x.State);
            job.HasIndex(x => x.BatchId);
        });
        modelBuilder.Entity<WatchedFile>().HasKey(x => x.Path);
        modelBuilder.Entity<SavedSearchVisit>(visit =>
        {
            visit.HasKey(x => new { x.SavedSearchId, x.Editor });
            visit.HasOne<SavedSearch>().WithMany().HasForeignKey(x => x.SavedSearchId);
        });
        modelBuilder.Entity<ImportRun>().HasKey(x => x.FileSha256);
        modelBuilder.Entity<Agency>(agency =>
        {
            agency.HasIndex(x => x.Key).IsUnique();
            agency.HasMany(x => x.Aliases).WithOne().HasForeignKey(x => x.AgencyId);
        });
        modelBuilder.Entity<AgencyState>().Property(x => x.Id).ValueGeneratedNever();
        modelBuilder.Entity<CreditCase>().HasIndex(x => x.Line).IsUnique();
        modelBuilder.Entity<CleaningRow>().HasKey(x => x.Rule);
        modelBuilder.Entity<CleaningState>().Property(x => x.Id).ValueGeneratedNever();
        AsJson(modelBuilder.Entity<Proposal>().Property(x => x.Value)!, DeskJson.Default.FieldValue);
        modelBuilder.Entity<ProposalState>().Property(x => x.Id).ValueGeneratedNever();
        modelBuilder.Entity<HousePlace>().HasIndex(x => x.SeedKey).IsUnique();
        modelBuilder.Entity<PlaceAlias>().HasIndex(x => x.SeedKey).IsUnique();
        AsJson(modelBuilder.Entity<PlaceImport>().Property(x => x.RejectedLines)!, DeskJson.Default.IReadOnlyListRejectedLine);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite keeps no kind; every instant of the desk is UTC.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();

    private static void AsJson<T>(PropertyBuilder<T?> property, JsonTypeInfo<T> json)
        where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value!, json),
            text => JsonSerializer.Deserialize(text, json),
            Immutable<T?>());

    /// <summary>The same reference is the same value, and a changed one is a new object.</summary>
    private static ValueComparer<T> Immutable<T>() =>
        new((a, b) => ReferenceEquals(a, b) || Equals(a, b), value => value == null ? 0 : value.GetHashCode());
}
