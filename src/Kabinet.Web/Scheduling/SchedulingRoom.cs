namespace Kabinet.Scheduling;

internal static class SchedulingRoom
{
    public static void AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<WorkScheduleList>();
        services.AddSingleton<CreateWorkSchedule>();
        services.AddSingleton<ChangeWorkSchedule>();
        services.AddSingleton<AssignWorkSchedule>();
        services.AddSingleton<WithdrawWorkSchedule>();
        services.AddSingleton<DeviationBoards>();
        services.AddSingleton<DeviateFromSchedule>();
        services.AddSingleton<CopyWeek>();
    }
}
