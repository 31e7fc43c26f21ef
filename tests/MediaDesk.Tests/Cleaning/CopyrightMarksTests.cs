namespace MediaDesk.Tests.Cleaning;

public sealed class CopyrightMarksTests
{
    [Theory]
    [InlineData("© Jane Doe", "Jane Doe")]
    [InlineData("©Jane Doe", "Jane Doe")]
    [InlineData("© 2019 Jane Doe", "Jane Doe")]
    [InlineData("© 2018-2020 Jane Doe", "Jane Doe")]
    [InlineData("2019 © Jane Doe", "Jane Doe")]
    [InlineData("(c) Jane Doe", "Jane Doe")]
    [InlineData("(C) 2021, Jane Doe", "Jane Doe")]
    [InlineData("Copyright © 2020 Jane Doe", "Jane Doe")]
    [InlineData("Copyright: Jane Doe", "Jane Doe")]
    [InlineData("Copyright by Jane Doe", "Jane Doe")]
    [InlineData("COPYRIGHT 2020 Reuters", "Reuters")]
    [InlineData("Copyright Jane Doe", "Jane Doe")]
    [InlineData("Jane Doe © 2020", "Jane Doe")]
    [InlineData("Jane Doe ©", "Jane Doe")]
    [InlineData("© 2020 Getty Images. All rights reserved.", "Getty Images")]
    [InlineData("©AFP/Jane Doe", "AFP/Jane Doe")]
    public void Mark_AndItsYear_GoOff(string text, string then)
    {
        CleaningTable.CheckByline("copyright-marks", text, then);
        CleaningTable.CheckCredit("copyright-marks", text, then);
    }

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("Copyright Agency")]
    [InlineData("Studio 2000")]
    [InlineData("2000 Pictures")]
    [InlineData("Magnum 1984")]
    [InlineData("©")]
    [InlineData("© 2020")]
    [InlineData("Copyrights Group")]
    [InlineData("AFP © Getty")]
    public void NamesAndBareMarks_Stay(string text)
    {
        CleaningTable.CheckByline("copyright-marks", text, text);
        CleaningTable.CheckCredit("copyright-marks", text, text);
    }
}
