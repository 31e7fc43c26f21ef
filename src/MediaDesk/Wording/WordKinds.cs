namespace MediaDesk.Wording;

/// <summary>What a word may do in a caption; a word may have several of these, and the words around it decide. The lists are in <c>words.json</c>.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    /// <summary>A place may follow: in, at, à, dans.</summary>
    Anchor = 1,
    /// <summary>A place follows that the scene is only close to: near, outside, près de.</summary>
    Near = 1 << 1,
    /// <summary>What follows is where somebody comes from, goes or plays against: from, to, of, between.</summary>
    Origin = 1 << 2,
    Determiner = 1 << 3,
    /// <summary>northern, downtown, sud.</summary>
    Direction = 1 << 4,
    /// <summary>city, village, capital.</summary>
    Settlement = 1 << 5,
    /// <summary>province, state, oblast.</summary>
    RegionNoun = 1 << 6,
    /// <summary>district, borough, quartier.</summary>
    Quarter = 1 << 7,
    /// <summary>A part of a place that has no name of its own: outskirts, centre, courtyard.</summary>
    Edge = 1 << 8,
    /// <summary>stadium, hotel, cathédrale.</summary>
    Venue = 1 << 9,
    /// <summary>championship, festival: a name with it is no place.</summary>
    Event = 1 << 10,
    /// <summary>Small words inside names: de, al, of.</summary>
    Connector = 1 << 11,
    /// <summary>taken, photographed: the date beside it is the day of the photo.</summary>
    Taken = 1 << 12,
    /// <summary>issued, released, published: the date beside it is not.</summary>
    Issued = 1 << 13,
    /// <summary>since, until, anniversary: the date beside it is another day.</summary>
    OtherDay = 1 << 14,
    /// <summary>after, who, following: what follows happened elsewhere or earlier.</summary>
    Aside = 1 << 15,
    /// <summary>attack, earthquake: what a place or day may be mentioned for.</summary>
    Calamity = 1 << 16,
    /// <summary>looks, points: "at" after it leads to no place.</summary>
    Looking = 1 << 17,
    /// <summary>A full stop after it ends no sentence.</summary>
    Abbreviation = 1 << 18,
    Month = 1 << 19,
    Weekday = 1 << 20,
    /// <summary>today, yesterday.</summary>
    RelativeDay = 1 << 21,
    /// <summary>He, There: in capitals only because a sentence begins.</summary>
    Opener = 1 << 22,
    /// <summary>Spanish, Ukrainian.</summary>
    Demonym = 1 << 23,
    /// <summary>The first of two words that stand together in a list: South Korean.</summary>
    PairStart = 1 << 24,
    /// <summary>A word so frequent in one language that it tells which one it is.</summary>
    Telling = 1 << 25,
}
