namespace Kabinet.Cabinet;

/// <summary>What happens next, for one who is nobody here any more.</summary>
public sealed class DeletionAskedPage : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    /// <summary>There was nothing that the staff would have to see to.</summary>
    public bool IsDone => Request.Query.ContainsKey("done");

    public void OnGet()
    {
    }
}
