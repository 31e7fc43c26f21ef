using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Proposals;

internal static class ProposalsServices
{
    public static IServiceCollection AddProposals(this IServiceCollection services) =>
        services
            .AddSingleton<ProposalRules>()
            .AddSingleton<ProposalBook>()
            .AddSingleton<ProposalTaking>()
            .AddSingleton<ProposalDismissal>()
            .AddSingleton<ProposalFollowing>()
            .AddHostedService<ProposalFollowingWorker>()
            // Before the interceptor of the search, which keeps what this one writes.
            .AddSingleton<ISaveChangesInterceptor, ProposalKeeper>(provider => new ProposalKeeper(new(provider.GetRequiredService<ProposalBook>)));
}
