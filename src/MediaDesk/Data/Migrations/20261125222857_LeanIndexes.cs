using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaDesk.Data.Migrations
{
    /// <inheritdoc />
    public partial class LeanIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Media_AddedUtc",
                table: "Media");

            migrationBuilder.DropIndex(
                name: "IX_Media_CurrentOriginalId",
                table: "Media");

            migrationBuilder.CreateIndex(
                name: "IX_Media_CurrentOriginalId",
                table: "Media",
                column: "CurrentOriginalId",
                filter: "CurrentOriginalId IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Media_CurrentOriginalId",
                table: "Media");

            migrationBuilder.CreateIndex(
                name: "IX_Media_AddedUtc",
                table: "Media",
                column: "AddedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Media_CurrentOriginalId",
                table: "Media",
                column: "CurrentOriginalId");
        }
    }
}
