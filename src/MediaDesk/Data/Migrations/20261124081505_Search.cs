using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaDesk.Data.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Media_AgencyPhotoKey",
                table: "Media");

            migrationBuilder.DropIndex(
                name: "IX_Media_ImageDataHash",
                table: "Media");

            migrationBuilder.DropIndex(
                name: "IX_Media_RemovedUtc",
                table: "Media");

            migrationBuilder.AddColumn<string>(
                name: "ExternalId",
                table: "Media",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Format",
                table: "Media",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Imported",
                table: "Media",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PerceptualHash",
                table: "Media",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("UPDATE Media SET Format = (SELECT Format FROM Originals WHERE Originals.Id = Media.CurrentOriginalId)");

            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    FileSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    LinesDone = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => x.FileSha256);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", nullable: false),
                    SavedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearchVisits",
                columns: table => new
                {
                    SavedSearchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Editor = table.Column<string>(type: "TEXT", nullable: false),
                    LastMediaId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearchVisits", x => new { x.SavedSearchId, x.Editor });
                    table.ForeignKey(
                        name: "FK_SavedSearchVisits_SavedSearches_SavedSearchId",
                        column: x => x.SavedSearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Media_AgencyPhotoKey",
                table: "Media",
                column: "AgencyPhotoKey",
                filter: "AgencyPhotoKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Media_ExternalId",
                table: "Media",
                column: "ExternalId",
                unique: true,
                filter: "ExternalId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Media_ImageDataHash",
                table: "Media",
                column: "ImageDataHash",
                filter: "ImageDataHash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Media_RemovedUtc",
                table: "Media",
                column: "RemovedUtc",
                filter: "RemovedUtc IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "SavedSearchVisits");

            migrationBuilder.DropTable(
                name: "SavedSearches");

            migrationBuilder.DropIndex(
                name: "IX_Media_AgencyPhotoKey",
                table: "Media");

            migrationBuilder.DropIndex(
                name: "IX_Media_ExternalId",
                table: "Media");

            migrationBuilder.DropIndex(
                name: "IX_Media_ImageDataHash",
                table: "Media");

            migrationBuilder.DropIndex(
                name: "IX_Media_RemovedUtc",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "ExternalId",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Format",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Imported",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "PerceptualHash",
                table: "Media");

            migrationBuilder.CreateIndex(
                name: "IX_Media_AgencyPhotoKey",
                table: "Media",
                column: "AgencyPhotoKey");

            migrationBuilder.CreateIndex(
                name: "IX_Media_ImageDataHash",
                table: "Media",
                column: "ImageDataHash");

            migrationBuilder.CreateIndex(
                name: "IX_Media_RemovedUtc",
                table: "Media",
                column: "RemovedUtc");
        }
    }
}
