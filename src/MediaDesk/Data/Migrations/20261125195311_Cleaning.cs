using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaDesk.Data.Migrations
{
    /// <inheritdoc />
    public partial class Cleaning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Cleaning",
                table: "Media",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "History",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CleaningChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Editor = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CleaningChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CleaningRows",
                columns: table => new
                {
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CleaningRows", x => x.Rule);
                });

            migrationBuilder.CreateTable(
                name: "CleaningStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    FollowedRevision = table.Column<long>(type: "INTEGER", nullable: false),
                    FollowedAgencies = table.Column<long>(type: "INTEGER", nullable: false),
                    FollowedEdition = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CleaningStates", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CleaningChanges");

            migrationBuilder.DropTable(
                name: "CleaningRows");

            migrationBuilder.DropTable(
                name: "CleaningStates");

            migrationBuilder.DropColumn(
                name: "Cleaning",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Rule",
                table: "History");
        }
    }
}
