using Microsoft.AspNetCore.Components.Routing;

namespace Kabinet.Shell;

/// <summary>What the frame of a settings page shows of it and asks it to do.</summary>
public interface ISettingsPage
{
    /// <summary>Of the company's cabinet.</summary>
    string Slug { get; }
    IReadOnlyList<Refusal> Refusals { get; }
    bool IsUnsaved { get; }
    bool IsSaving { get; }
    bool IsChangedByOthers { get; }

    /// <summary>Where somebody wanted to go before saving.</summary>
    string? LeavingTo { get; }
    string? Saved { get; }

    /// <summary>What is written down: when it is another, the preview is loaded anew.</summary>
    object? State { get; }

    Task ReloadAsync();
    Task SaveAsync();
    Task SaveAndLeaveAsync();
    void Leave();
    void Stay();
    void StayIfUnsaved(LocationChangingContext leaving);
}
