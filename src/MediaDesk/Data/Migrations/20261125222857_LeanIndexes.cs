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

            // Places on the sheet, 256 to a second until now, become 16 to a second, in the same order and each at its own second or as
            // near behind it as there is room (SheetKeys).
            migrationBuilder.DropIndex(
                name: "IX_Media_SheetKey",
                table: "Media");

            migrationBuilder.Sql(
                """
                UPDATE Media SET SheetKey = Placed.SheetKey FROM (
                    SELECT Id, max(SheetKey / 256 * 16 - Number) OVER (ORDER BY Number) + Number AS SheetKey
                    FROM (SELECT Id, SheetKey, row_number() OVER (ORDER BY SheetKey) AS Number FROM Media)) AS Placed
                WHERE Placed.Id = Media.Id
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Media_SheetKey",
                table: "Media",
                column: "SheetKey",
                unique: true);
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
