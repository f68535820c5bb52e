using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Kabinet.Shell;

/// <summary>The page of one card or of a new one: written as a whole, not lost by leaving, aware of what others change meanwhile.</summary>
/// <typeparam name="TCard">What is read: the card with all that it may refer to.</typeparam>
public abstract class CardPage<TCard> : ComponentBase, IDisposable where TCard : class
{
    private IDisposable? watch;
    private int? shownId;
    private bool isLeaving;

    [Inject] private CompanyWatch Watch { get; set; } = null!;
    [Inject] private Handover Handover { get; set; } = null!;
    [Inject] private RememberedLists Lists { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Null: a new one.</summary>
    [Parameter] public int? Id { get; set; }

    /// <summary>Under which the first showing left what it read.</summary>
    [PersistentState] public Guid? Left { get; set; }
    [CascadingParameter] protected SignedInMember? Member { get; set; }

    /// <summary>Null: not read yet, or there is none.</summary>
    protected TCard? Card { get; private set; }
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];
    protected bool IsSaving { get; private set; }
    protected bool IsChangedByOthers { get; private set; }

    /// <summary>Where somebody wanted to go before saving.</summary>
    protected string? LeavingTo { get; private set; }
    protected string? Saved { get; private set; }
    protected string ListAddress => Lists.AddressOf(Path);

    /// <summary>Of the list; a card is below it at its id.</summary>
    protected abstract string Path { get; }
    protected abstract bool IsUnsaved { get; }

    /// <summary>The page is the whole of something, not one card of many: it has one address, before saving and after.</summary>
    protected virtual bool IsAlone => false;

    /// <summary>Null: there is no such card.</summary>
    protected abstract Task<TCard?> ReadAsync();

    /// <summary>The form begins anew with what <see cref="Card"/> says.</summary>
    protected abstract void Begin();

    /// <summary>Does the card itself say something else there? What it may refer to does not matter.</summary>
    protected abstract bool Differs(TCard latest);

    /// <summary>Writes the form; the value is the card's id.</summary>
    protected abstract Task<Outcome<int>> WriteAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (Card is not null && Id == shownId) return;
        if (Handover.Take<TCard>(Left) is { } left) Show(left);
        else await ReloadAsync();
        if (Card is null) return;
        if (!RendererInfo.IsInteractive) Left = Handover.Leave(Card);
        else watch ??= Watch.Start(Member!.CompanyId, () => InvokeAsync(FollowAsync));
    }

    /// <summary>What changed between the first showing and the circuit is caught up with.</summary>
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender && Card is not null ? FollowAsync() : Task.CompletedTask;

    public void Dispose()
    {
        watch?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task ReloadAsync()
    {
        if (await ReadAsync() is { } found) Show(found);
        else Navigation.NotFound();
    }

    protected Task SaveAsync() => SaveAsync(async id =>
    {
        if (id == Id || IsAlone) await ReloadAsync();
        else await GoAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{id}"), replace: true);
        Saved = "Записано";
    });

    protected Task SaveAndCloseAsync() => SaveAsync(_ => GoAsync(ListAddress));

    protected Task SaveAndLeaveAsync()
    {
        var target = LeavingTo!;
        LeavingTo = null;
        return SaveAsync(_ => GoAsync(target));
    }

    protected Task LeaveAsync() => GoAsync(LeavingTo!);
    protected void Stay() => LeavingTo = null;

    /// <summary>Something was typed since it was saved.</summary>
    protected void Touch() => Saved = null;

    protected void StayIfUnsaved(LocationChangingContext leaving)
    {
        if (isLeaving || !IsUnsaved) return;
        leaving.PreventNavigation();
        LeavingTo = leaving.TargetLocation;
    }

    private async Task SaveAsync(Func<int, Task> then)
    {
        if (IsSaving) return;
        (IsSaving, Saved) = (true, null);
        try
        {
            var outcome = await WriteAsync();
            Refusals = outcome.Refusals;
            if (!outcome.IsRefused) await then(outcome.Value);
        }
        finally
        {
            IsSaving = false;
        }
    }

    private Task GoAsync(string target, bool replace = false)
    {
        isLeaving = true;
        Navigation.NavigateTo(target, new NavigationOptions { ReplaceHistoryEntry = replace });
        return Task.CompletedTask;
    }

    private void Show(TCard card)
    {
        (Card, shownId, Refusals) = (card, Id, []);
        (IsChangedByOthers, isLeaving, LeavingTo) = (false, false, null);
        Begin();
    }

    /// <summary>Somebody changed something: an untouched form shows it, in a touched one it is only said.</summary>
    protected async Task FollowAsync()
    {
        if (IsSaving || isLeaving || await ReadAsync() is not { } latest || IsSaving || isLeaving) return;
        if (!Differs(latest)) Card = latest;
        else if (IsUnsaved) IsChangedByOthers = true;
        else Show(latest);
        StateHasChanged();
    }
}
