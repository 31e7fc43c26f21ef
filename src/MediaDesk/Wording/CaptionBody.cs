using System.Text;

namespace MediaDesk.Wording;

/// <summary>
/// The sentences of a caption: without prefixes, credit and restrictions. A dateline goes too where all that it says stands in the
/// fields; one that says more (a day whose year is not known) stays, so that nothing is lost.
/// </summary>
internal static class CaptionBody
{
    public static string? Of(CaptionText text, ParsedCaption parsed)
    {
        var keepsDateline = parsed.Date is null || parsed.Place == ParsedPlace.Unknown;
        var body = new StringBuilder();
        var (start, end, isBreak) = (-1, -1, false);
        for (var i = 0; i < text.Count; i++)
        {
            ref var token = ref text[i];
            var isBody = token.Part is CaptionPart.Body || (token.Part is CaptionPart.Dateline && keepsDateline);
            if (isBody && token.Kind is not TokenKind.Break)
            {
                if (token.IsAfterTag)
                {
                    Flush();
                }

                start = start < 0 ? token.Start : start;
                end = token.End;
            }
            else if (isBody && start >= 0)
            {
                // A line break inside the body stays with the text; before its first or behind its last word it goes.
            }
            else
            {
                Flush();
                isBreak |= token.Kind is TokenKind.Break;
            }
        }

        Flush();
        var caption = body.ToString().Trim(' ', '-', '–', '—', '|', '/', '*', ',', ':', ';');
        return caption.Any(char.IsLetterOrDigit) ? caption : null;

        static bool IsStop(char sign) => sign is ',' or '.' or ';' or ':' or '!' or '?' or ')';

        void Flush()
        {
            if (start >= 0)
            {
                var piece = text.Text.AsSpan(start, end - start).Trim();
                body.Append(body.Length == 0 || IsStop(piece[0]) ? "" : isBreak ? "\n" : " ").Append(piece);
            }

            (start, end, isBreak) = (-1, -1, start < 0 && isBreak);
        }
    }
}
