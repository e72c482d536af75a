using Marketplace.Web.Shared.Components;

namespace Marketplace.Web.Storefront.Basket;

/// <summary>States and provinces where tax and delivery depend on them (ISO 3166-2 without the country).</summary>
public static class Regions
{
    private static readonly IReadOnlyList<Choice> UnitedStates = Read(
        "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
        + "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,"
        + "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,"
        + "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,"
        + "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,"
        + "SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,"
        + "WV West Virginia,WI Wisconsin,WY Wyoming");

    private static readonly IReadOnlyList<Choice> Canada = Read(
        "AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,"
        + "NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan,YT Yukon");

    private static readonly IReadOnlyList<Choice> Australia = Read(
        "ACT Australian Capital Territory,NSW New South Wales,NT Northern Territory,QLD Queensland,SA South Australia,"
        + "TAS Tasmania,VIC Victoria,WA Western Australia");

    public static IReadOnlyList<Choice> Of(string country) => country switch
    {
        "US" => UnitedStates,
        "CA" => Canada,
        "AU" => Australia,
        _ => [],
    };

    private static List<Choice> Read(string list) =>
        [.. list.Split(',').Select(line => line.Split(' ', 2)).Select(parts => new Choice(parts[0], parts[1]))];
}
