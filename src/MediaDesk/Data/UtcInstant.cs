using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MediaDesk.Data;

/// <summary>Instants are stored as they are and come back marked as UTC.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
    value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
