namespace Marketplace.Web.Shared.Components;

/// <summary>What a colour says: nothing, all is well, watch out, something is wrong, or something to know.</summary>
public enum Tone
{
    Plain,
    Good,
    Warn,
    Bad,
    Info,
}

public static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Plain => "",
        Tone.Good => "good",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Info => "info",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Good => "check",
        Tone.Warn or Tone.Bad => "alert",
        Tone.Plain or Tone.Info => "info",
    };
}
