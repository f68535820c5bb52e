namespace Kabinet.Cabinet;

/// <summary>What happens next, for one who is nobody here any more.</summary>
public sealed class DeletionAskedPage : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public void OnGet()
    {
    }
}
