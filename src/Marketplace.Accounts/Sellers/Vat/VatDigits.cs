using System.Globalization;

namespace Marketplace.Accounts.Sellers.Vat;

/// <summary>The sums behind check digits. Each takes a number whose form has been checked.</summary>
internal static class VatDigits
{
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string IrishLetters = "WABCDEFGHIJKLMNOPQRSTUV";
    private const string FrenchKey = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly int[] CypriotOdd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

    public static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>Each digit times its weight; digits without a weight do not count.</summary>
    public static int Weighted(string number, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (number[i] - '0');
        return sum;
    }

    /// <summary>ISO/IEC 7812-1: the last digit is the check digit.</summary>
    public static bool Luhn(string number) => LuhnSum(number) % 10 == 0;

    /// <summary>ISO/IEC 7064, MOD 11,10.</summary>
    public static bool Mod11And10(string number)
    {
        var check = 5;
        foreach (var digit in number) check = ((check == 0 ? 10 : check) * 2 % 11 + (digit - '0')) % 10;
        return check == 1;
    }

    public static bool Austria(string number) => (10 - ((LuhnSum(number[1..8]) + 4) % 10)) % 10 == number[8] - '0';

    public static bool BulgarianFirm(string number)
    {
        var check = Weighted(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (check == 10) check = Weighted(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
        return check % 10 == number[8] - '0';
    }

    /// <summary>A citizen's number, a foreigner's, or another's: three ways to the last digit.</summary>
    public static bool BulgarianPerson(string number)
    {
        var last = number[9] - '0';
        return Weighted(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last
            || Weighted(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last
            || (11 - (Weighted(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11)) % 11 == last;
    }

    public static bool Britain(string number)
    {
        // Departments (GD) and health authorities (HA) have three digits and none to check.
        if (!char.IsAsciiDigit(number[0])) return true;
        var rest = Weighted(number, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return rest == 0 || (rest == 42 && Number(number[..3]) >= 100);
    }

    public static bool Cyprus(string number)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += i % 2 == 0 ? CypriotOdd[number[i] - '0'] : number[i] - '0';
        return 'A' + (sum % 26) == number[8];
    }

    public static bool Czechia(string number)
    {
        // Nine digits are a birth number from before 1954, which has no check digit, or begin with a 6.
        if (number.Length == 9 && number[0] != '6') return true;
        if (number.Length == 10) return Number(number[..9]) % 11 % 10 == number[9] - '0';
        var isSpecial = number.Length == 9;
        var rest = Weighted(isSpecial ? number[1..] : number, 8, 7, 6, 5, 4, 3, 2) % 11;
        if (isSpecial) return 8 - ((10 - rest + 11) % 11) == number[8] - '0';
        var check = (11 - rest) % 11;
        return number[0] != '9' && (check == 0 ? 1 : check) % 10 == number[7] - '0';
    }

    public static bool France(string number)
    {
        var siren = number[2..];
        if (!siren.StartsWith("000", StringComparison.Ordinal) && !Luhn(siren)) return false;
        if (char.IsAsciiDigit(number[0]) && char.IsAsciiDigit(number[1]))
            return Number(number[..2]) == Number(siren + "12") % 97;
        var (first, second) = (FrenchKey.IndexOf(number[0]), FrenchKey.IndexOf(number[1]));
        var key = char.IsAsciiDigit(number[0]) ? (first * 24) + second - 10 : (first * 34) + second - 100;
        return (Number(siren) + 1 + (key / 11)) % 11 == key % 11;
    }

    public static bool Ireland(string number)
    {
        // The old form has a letter in second place; its digits stand in another order.
        var isOld = !char.IsAsciiDigit(number[1]);
        var digits = isOld ? "0" + number[2..7] + number[0] : number[..7];
        var extra = !isOld && number.Length == 9 ? IrishLetters.IndexOf(number[8]) : 0;
        return IrishLetters[(Weighted(digits, 8, 7, 6, 5, 4, 3, 2) + (9 * extra)) % 23] == number[7];
    }

    public static bool Latvia(string number)
    {
        if (number[0] > '3') return Weighted(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        // Personal codes given since 2017 begin with 32 and have no check digit.
        return number.StartsWith("32", StringComparison.Ordinal)
            || (1 + Weighted(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == number[10] - '0';
    }

    public static bool Lithuania(string number)
    {
        var (first, second, front) = (0, 0, number[..^1]);
        for (var i = 0; i < front.Length; i++)
        {
            first += (1 + (i % 9)) * (front[i] - '0');
            second += (1 + ((i + 2) % 9)) * (front[i] - '0');
        }

        var check = first % 11 == 10 ? second % 11 : first % 11;
        return check % 10 == number[^1] - '0';
    }

    /// <summary>Of companies by the old sum, of sole traders since 2020 by MOD 97 over the whole id (N is 23, L is 21).</summary>
    public static bool Netherlands(string number) =>
        (Weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) - (number[8] - '0')) % 11 == 0
        || decimal.Parse("2321" + number[..9] + "11" + number[10..], CultureInfo.InvariantCulture) % 97 == 1;

    public static bool Romania(string number) =>
        10 * Weighted(number[..^1].PadLeft(9, '0'), 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == number[^1] - '0';

    public static bool Slovenia(string number)
    {
        var check = 11 - (Weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11);
        return (check == 10 ? 0 : check) == number[7] - '0';
    }

    /// <summary>People (digits), foreigners (X, Y, Z), the young and those abroad (K, L, M), and firms.</summary>
    public static bool Spain(string number)
    {
        if (char.IsAsciiDigit(number[0])) return SpanishLetter(number[..8]) == number[8];
        if ("XYZ".IndexOf(number[0]) is >= 0 and var foreign) return SpanishLetter(foreign + number[1..8]) == number[8];
        if ("KLM".Contains(number[0])) return SpanishLetter(number[1..8]) == number[8];
        if (!"ABCDEFGHJNPQRSUVW".Contains(number[0])) return false;
        var check = (10 - (LuhnSum(number[1..8] + "0") % 10)) % 10;
        return number[8] == '0' + check || number[8] == "JABCDEFGHI"[check];
    }

    public static bool Switzerland(string number) =>
        (11 - (Weighted(number, 5, 4, 3, 2, 7, 6, 5, 4) % 11)) % 11 == number[8] - '0';

    private static char SpanishLetter(string digits) => SpanishLetters[(int)(Number(digits) % 23)];

    private static int LuhnSum(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 % 10 + (digit / 5);
        }

        return sum;
    }
}
