namespace Kabinet.Load;

/// <summary>A figure and its limit.</summary>
/// <param name="Bookings">The size of the data set.</param>
/// <param name="Cost">In <paramref name="Unit"/>.</param>
/// <param name="Limit">Null: none, it is there to compare with.</param>
internal sealed record Figure(int Bookings, string Name, double Cost, string Unit, double? Limit, double? Microseconds = null);

/// <summary>All sizes of the data set, served side by side. Each is asked in turn, so that what disturbs the machine disturbs all of them alike.</summary>
internal sealed class Run(LoadOptions options)
{
    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        List<Contender> all = [];
        try
        {
            foreach (var bookings in options.Bookings) all.Add(await Contender.StartAsync(options, bookings, options.Port + all.Count));
            foreach (var one in all) await one.WarmUpAsync();
            await Task.Delay(TimeSpan.FromSeconds(10));
            foreach (var one in all) one.Rest();
            for (var round = 1; round <= options.Rounds; round++)
            {
                Contender.Say($"round {round} of {options.Rounds}");
                for (var question = 0; question < all[0].Questions.Count; question++)
                {
                    foreach (var one in all) await one.AskAsync(question, options.Seconds);
                }
            }
            foreach (var one in all) await one.PrepareToBookAsync(options.Rounds);
            for (var round = 1; round <= options.Rounds; round++)
            {
                Contender.Say($"bookings, round {round} of {options.Rounds}");
                foreach (var one in all) await one.BookAsync();
            }
            return [.. all.SelectMany(one => one.Figures())];
        }
        finally
        {
            foreach (var one in all) one.Dispose();
        }
    }
}
