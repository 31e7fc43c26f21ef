using System.Collections.Concurrent;
using MediaDesk.Darkroom.Child;
using MediaDesk.Darkroom.Developing;

namespace MediaDesk.Darkroom;

/// <summary>The child's side of the darkroom: a host executable started as <c>… darkroom</c> runs this and nothing else.</summary>
public static class DarkroomProcess
{
    public const string Verb = "darkroom";

    /// <summary>Serves requests from standard input until it closes. Returns the exit code.</summary>
    public static int Run()
    {
        using var replies = ChildSystem.TakeStandardOutput();
        var signals = ChildSystem.LeaveStoppingToTheDesk();
        ChildSystem.OfferAsFirstVictim();
        VipsEngine.Start();

        using var requests = new BlockingCollection<DarkroomRequest>();
        var listener = new Thread(() => Listen(requests)) { IsBackground = true, Name = "Requests" };
        listener.Start();

        DarkroomProtocol.WriteReply(replies, new DarkroomReply.Ready());
        foreach (var request in requests.GetConsumingEnumerable())
        {
            PhotoDeveloper.Develop(request, reply => DarkroomProtocol.WriteReply(replies, reply));
        }

        GC.KeepAlive(signals);
        return 0;
    }

    /// <summary>A thread of its own, so that the end of the desk is noticed also in the middle of a file.</summary>
    private static void Listen(BlockingCollection<DarkroomRequest> requests)
    {
        using var input = Console.OpenStandardInput();
        while (DarkroomProtocol.ReadRequest(input) is { } request)
        {
            requests.Add(request);
        }

        ChildSystem.EndNow();
    }
}
