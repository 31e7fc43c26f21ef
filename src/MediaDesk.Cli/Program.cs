using MediaDesk.Darkroom;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

return 2;
