namespace MediaDesk.Data;

/// <summary>Rows of which every process holds a compiled form in memory, such as the agencies.</summary>
/// <param name="Seed">Makes the rows a new desk has, where there are none. Runs once after the tables were made.</param>
/// <param name="Load">Brings what is held in step with the rows; cheap when it is. Runs when a desk is opened, and before any write that follows one of another process.</param>
public sealed record HeldRows(Func<DeskDbContext, CancellationToken, Task> Seed, Func<DeskDbContext, CancellationToken, Task> Load);
