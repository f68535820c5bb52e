using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Kabinet.Shell;

/// <summary>A page of the company's settings: written as a whole, not lost by leaving, aware of what others change meanwhile.</summary>
/// <typeparam name="TKnown">The settings, a value.</typeparam>
public abstract class SettingsPage<TKnown> : ComponentBase, ISettingsPage, IDisposable where TKnown : class
{
    private IDisposable? watch;
    private bool isLeaving;

    [Inject] private CompanySnapshots Snapshots { get; set; } = null!;
    [Inject] private CompanyWatch Watch { get; set; } = null!;
    [Inject] private Handover Handover { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Under which the first showing left what it read.</summary>
    [PersistentState] public Guid? Left { get; set; }
    [CascadingParameter] protected SignedInMember? Member { get; set; }

    public string Slug => Catalogue!.Company.Slug;
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];
    public bool IsSaving { get; private set; }
    public bool IsChangedByOthers { get; private set; }
    public string? LeavingTo { get; private set; }
    public string? Saved { get; private set; }
    public abstract bool IsUnsaved { get; }
    public object? State => Known;

    /// <summary>As they are written down; null: not read yet.</summary>
    protected TKnown? Known { get; private set; }

    /// <summary>With which the form began.</summary>
    protected CompanyCatalogue? Catalogue { get; private set; }

    /// <summary>The settings, those of the catalogue or read besides.</summary>
    protected abstract ValueTask<TKnown> OfAsync(CompanyCatalogue catalogue);

    /// <summary>The form begins anew with what <see cref="Known"/> says.</summary>
    protected abstract void Begin();
    protected abstract Task<Outcome<TKnown>> WriteAsync();

    protected override async Task OnInitializedAsync()
    {
        var loaded = Handover.Take<Loaded>(Left) ?? await ReadAsync();
        Show(loaded);
        if (!RendererInfo.IsInteractive) Left = Handover.Leave(loaded);
        else watch = Watch.Start(Member!.CompanyId, () => InvokeAsync(FollowAsync));
    }

    public void Dispose()
    {
        watch?.Dispose();
        GC.SuppressFinalize(this);
    }

    public async Task ReloadAsync() => Show(await ReadAsync());

    public async Task SaveAsync() => await TrySaveAsync();

    public async Task SaveAndLeaveAsync()
    {
        var target = LeavingTo!;
        LeavingTo = null;
        if (await TrySaveAsync()) Navigation.NavigateTo(target);
    }

    public void Leave()
    {
        isLeaving = true;
        Navigation.NavigateTo(LeavingTo!);
    }

    public void Stay() => LeavingTo = null;

    public void StayIfUnsaved(LocationChangingContext leaving)
    {
        if (isLeaving || !IsUnsaved) return;
        leaving.PreventNavigation();
        LeavingTo = leaving.TargetLocation;
    }

    /// <summary>Something was typed since it was saved.</summary>
    protected void Touch() => Saved = null;

    protected string? ErrorOf(string field) => Refusals.FirstOrDefault(refusal => refusal.Field == field) is { } refusal ? RefusalTexts.Of(refusal, Texts.Russian) : null;

    private async Task<Loaded> ReadAsync()
    {
        var catalogue = (await Snapshots.GetAsync(Member!.CompanyId)).Catalogue;
        return new Loaded(catalogue, await OfAsync(catalogue));
    }

    private void Show(Loaded loaded)
    {
        (Catalogue, Known, Refusals, IsChangedByOthers) = (loaded.Catalogue, loaded.Settings, [], false);
        Begin();
    }

    /// <summary>Another owner changed something: an untouched form shows it, in a touched one it is only said.</summary>
    private async Task FollowAsync()
    {
        if (IsSaving) return;
        var loaded = await ReadAsync();
        if (loaded.Settings.Equals(Known)) return;
        if (IsUnsaved) IsChangedByOthers = true;
        else Show(loaded);
        StateHasChanged();
    }

    private async Task<bool> TrySaveAsync()
    {
        if (IsSaving) return false;
        (IsSaving, Saved) = (true, null);
        try
        {
            var outcome = await WriteAsync();
            Refusals = outcome.Refusals;
            if (outcome.IsRefused) return false;
            Show(new Loaded(Catalogue!, outcome.Value));
            Saved = "Записано";
            return true;
        }
        finally
        {
            IsSaving = false;
        }
    }

    private sealed record Loaded(CompanyCatalogue Catalogue, TKnown Settings);
}
