using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Kabinet.Shell;

/// <summary>A list of cards that fits into memory: searched as one types, with the archived ones on demand; it follows what others change.</summary>
/// <typeparam name="TCards">What the list reads, archived cards too.</typeparam>
public abstract class CataloguePage<TCards> : ComponentBase, IDisposable where TCards : class
{
    private readonly TypingPause typing = new();
    private IDisposable? watch;

    [Inject] private CompanyWatch Watch { get; set; } = null!;
    [Inject] private Handover Handover { get; set; } = null!;
    [Inject] private RememberedLists Lists { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Under which the first showing left what it read.</summary>
    [PersistentState] public Guid? Left { get; set; }
    [CascadingParameter] protected SignedInMember? Member { get; set; }

    /// <summary>Null: not read yet.</summary>
    protected TCards? Cards { get; private set; }
    protected CatalogueFilter Filter { get; private set; } = new();
    protected string SearchText { get; private set; } = "";

    protected abstract string Path { get; }
    protected abstract Task<TCards> ReadAsync();

    protected override async Task OnInitializedAsync()
    {
        var query = new Uri(Navigation.Uri).Query;
        if (!RendererInfo.IsInteractive && query.Length == 0 && Lists.QueryOf(Path) is { Length: > 0 } remembered)
        {
            Navigation.NavigateTo(Path + remembered);
            return;
        }
        Navigation.LocationChanged += OnMoved;
        Filter = CatalogueFilter.Parse(query);
        SearchText = Filter.Search;
        Cards = Handover.Take<TCards>(Left) ?? await ReadAsync();
        if (!RendererInfo.IsInteractive) Left = Handover.Leave(Cards);
        else watch = Watch.Start(Member!.CompanyId, () => InvokeAsync(FollowAsync));
    }

    /// <summary>What changed between the first showing and the circuit is caught up with.</summary>
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender && Cards is not null ? FollowAsync() : Task.CompletedTask;

    public void Dispose()
    {
        Navigation.LocationChanged -= OnMoved;
        watch?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// After a pause in the typing; it leaves no trail of half words in the history. Bound, not only listened to: else the answer to one letter
    /// would overwrite those typed since.
    /// </summary>
    protected async Task SearchAsync(string? text)
    {
        SearchText = text ?? "";
        if (await typing.IsOverAsync() && SearchText.Trim() != Filter.Search) Go(Filter with { Search = SearchText.Trim() }, replace: true);
    }

    protected void ShowArchived(bool isWanted) => Go(Filter with { WithArchived = isWanted });

    protected void ShowAll()
    {
        SearchText = "";
        Go(Filter with { Search = "" });
    }

    /// <summary>The address comes back from the browser later; until then the next choice must already build upon this one.</summary>
    private void Go(CatalogueFilter wanted, bool replace = false)
    {
        Filter = wanted;
        Navigation.NavigateTo(Path + wanted.ToQuery(), new NavigationOptions { ReplaceHistoryEntry = replace });
    }

    private void OnMoved(object? sender, LocationChangedEventArgs change)
    {
        var address = new Uri(change.Location);
        if (address.AbsolutePath == Path) _ = InvokeAsync(() => ShowFilteredAsync(CatalogueFilter.Parse(address.Query)));
    }

    private async Task ShowFilteredAsync(CatalogueFilter moved)
    {
        try
        {
            // What is being typed stays; Back changes the field too.
            if (moved.Search != Filter.Search) SearchText = moved.Search;
            Filter = moved;
            StateHasChanged();
            await Lists.RememberAsync(Path, Filter.ToQuery());
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task FollowAsync()
    {
        Cards = await ReadAsync();
        StateHasChanged();
    }
}
