namespace Kabinet.Cabinet;

/// <summary>What the service worker shows when there is no connection and no copy. The same for everybody: it is kept beforehand.</summary>
public sealed class OfflinePage : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public void OnGet()
    {
    }
}
