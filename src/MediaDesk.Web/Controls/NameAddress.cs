namespace MediaDesk.Web.Controls;

/// <summary>Where the pages of photographers and agencies are.</summary>
internal static class NameAddress
{
    public static string Photographer(string name) => $"/photographer?name={Uri.EscapeDataString(name)}";

    public static string Agency(string name) => $"/agency?name={Uri.EscapeDataString(name)}";
}
