namespace Kabinet.Staff;

/// <summary>Makes links for letters; they lead to the address that the settings name, never to one that a request named.</summary>
/// <param name="site">Null: no mail server is set up, and no letter is written.</param>
public sealed class LetterLinks(Uri? site)
{
    /// <exception cref="InvalidOperationException">No mail server is set up.</exception>
    public Uri To(string path) => new(site ?? throw new InvalidOperationException("No mail server is set up"), path);
}
